import { type ComponentProps } from 'react'
import { Icon, type IconName } from './icon.tsx'
import { Link } from './link.tsx'

type Look = {
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  small?: boolean
  icon?: IconName
}

/** Submits its form unless told otherwise. */
export function Button({
  variant = 'primary',
  small,
  icon,
  type = 'submit',
  children,
  ...rest
}: Look & Omit<ComponentProps<'button'>, 'className'>) {
  return (
    <button type={type} className={look(variant, small)} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  )
}

/** Goes somewhere, with the weight of a button. */
export function ButtonLink({
  variant = 'primary',
  small,
  icon,
  children,
  ...rest
}: Look & Omit<ComponentProps<typeof Link>, 'className'>) {
  return (
    <Link className={look(variant, small)} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </Link>
  )
}

function look(variant: NonNullable<Look['variant']>, small = false) {
  return ['button', `button-${variant}`, small ? 'button-small' : ''].join(' ').trim()
}
