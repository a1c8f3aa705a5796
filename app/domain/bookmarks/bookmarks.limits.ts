/** How long the name of a folder may be; the schema holds the same number as a CHECK. */
export const FOLDER_NAME_MAX = 60

/** As many folders as one still finds something in. */
export const FOLDERS_MAX = 30
