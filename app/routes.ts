import { flatRoutes } from '@remix-run/fs-routes'

// The addresses are the file names of app/routes: dots are slashes, $name is a parameter. The sheet
// of all components is for those who develop: what is built for use knows nothing of it.
const left = process.env.NODE_ENV === 'production' ? ['**/[$]lang.design.tsx'] : []

export default flatRoutes({ ignoredRouteFiles: left })
