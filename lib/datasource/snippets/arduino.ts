import { KEY_VARIABLE, type SnippetDefinition } from './definition';

/** Over https an ESP32 must be given the root certificate; a plain client cannot speak it. */
const SECURE = {
  include: '#include <WiFiClientSecure.h>',
  client: 'WiFiClientSecure client;',
  setUp: '  client.setCACert(ROOT_CA);  // your root certificate\n',
};
const PLAIN = { include: '#include <WiFi.h>', client: 'WiFiClient client;', setUp: '' };

export const arduino = {
  kind: 'arduino',
  group: 'language',
  label: 'ESP32',
  setsKey: false,
  code: ({ url }) => {
    const { include, client, setUp } = url.startsWith('https:') ? SECURE : PLAIN;
    return `// build with -D ${KEY_VARIABLE}=\\"…\\"
${include}
#include <HTTPClient.h>

${client}

int sendReading(float temperature) {
${setUp}  HTTPClient http;
  http.begin(client, "${url}");
  http.addHeader("Content-Type", "application/json");
  http.addHeader("X-API-Key", ${KEY_VARIABLE});
  int status = http.POST("{\\"temperature\\": " + String(temperature) + "}");
  http.end();
  return status;
}
`;
  },
} satisfies SnippetDefinition<'arduino'>;
