export function AuthHeading({ title, text }: { title: string; text: string }) {
  return (
    <header className="mb-5">
      <h1 className="font-semibold text-[22px] leading-7 tracking-[-0.02em] [[lang=ar]_&]:tracking-normal">
        {title}
      </h1>
      <p className="mt-0.5 text-ink-2 [[lang=ar]_&]:mt-1.5">{text}</p>
    </header>
  );
}
