export const NAME_MAX = 80
export const EMAIL_MAX = 254
export const ABOUT_MAX = 1000
export const HANDLE_MIN = 2
export const HANDLE_MAX = 30
export const PASSKEY_NAME_MAX = 60
export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 200
