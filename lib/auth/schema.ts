import { z } from 'zod';
import { storableText } from '@/lib/storable-text';

/** Why a field is refused: keys of the messages `auth.fieldErrors`, so that forms say it in the reader's language. */
export const FIELD_ERRORS = [
  'nameMissing',
  'nameTooLong',
  'emailInvalid',
  'passwordTooShort',
  'passwordTooLong',
  'passwordMissing',
  'passwordWrong',
  'passwordUnchanged',
] as const;
export type FieldErrorKey = (typeof FIELD_ERRORS)[number];
const because = (key: FieldErrorKey): FieldErrorKey => key;

export const PASSWORD_LENGTH_MIN = 10;
const PASSWORD_LENGTH_MAX = 200; // hashing must not be a way to keep the server busy
const NAME_LENGTH_MAX = 80;

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, because('emailInvalid'))
  .pipe(z.email(because('emailInvalid')));

export const newPasswordSchema = z
  .string()
  .min(PASSWORD_LENGTH_MIN, because('passwordTooShort'))
  .max(PASSWORD_LENGTH_MAX, because('passwordTooLong'));

/** A password that is only compared: its length says nothing, except that none can be that long. */
export const givenPasswordSchema = z
  .string()
  .min(1, because('passwordMissing'))
  .max(PASSWORD_LENGTH_MAX, because('passwordTooLong'));

export const nameSchema = z
  .string()
  .overwrite(storableText)
  .trim()
  .min(1, because('nameMissing'))
  .max(NAME_LENGTH_MAX, because('nameTooLong'));

export const signInSchema = z.object({ email: emailSchema, password: givenPasswordSchema });
export type SignIn = z.infer<typeof signInSchema>;

export const signUpSchema = z.object({
  name: nameSchema,
  workspaceName: nameSchema,
  email: emailSchema,
  password: newPasswordSchema,
});
export type SignUp = z.infer<typeof signUpSchema>;

export const passwordChangeSchema = z
  .object({ current: givenPasswordSchema, next: newPasswordSchema })
  .refine(({ current, next }) => current !== next, {
    path: ['next'],
    message: because('passwordUnchanged'),
  });
export type PasswordChange = z.infer<typeof passwordChangeSchema>;
