import { flatRoutes } from '@remix-run/fs-routes'

// The addresses are the file names of app/routes: dots are slashes, $name is a parameter.
export default flatRoutes()
