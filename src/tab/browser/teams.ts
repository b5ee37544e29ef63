// Of Teams' library, what the tab needs of it.
export { app, authentication } from '@microsoft/teams-js';
