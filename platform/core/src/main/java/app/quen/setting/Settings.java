package app.quen.setting;

/**
 * The settings of the workspace that is entered, for those that compute with them. Read once in a
 * unit of work.
 */
public interface Settings {
  WorkspaceSettings current();
}
