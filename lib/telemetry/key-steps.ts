/**
 * The steps of a data key: cut at dots, but not within the tags of a series.
 *
 *     motor.rpm                     →  motor, rpm
 *     press.force{host=10.0.0.1}    →  press, force{host=10.0.0.1}
 */
export function keySteps(key: string): string[] {
  if (!key.includes('{')) return key.split('.');
  const steps: string[] = [];
  let begin = 0;
  let isInTags = false;
  for (let i = 0; i < key.length; i++) {
    const character = key[i];
    if (character === '\\') i++;
    else if (character === '{') isInTags = true;
    else if (character === '}') isInTags = false;
    else if (character === '.' && !isInTags) {
      steps.push(key.slice(begin, i));
      begin = i + 1;
    }
  }
  steps.push(key.slice(begin));
  return steps;
}
