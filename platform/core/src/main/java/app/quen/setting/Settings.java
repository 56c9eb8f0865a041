package app.quen.setting;

/** The settings of the workspace that is entered, for those that compute with them. */
public interface Settings {
  WorkspaceSettings current();
}
