package app.quen.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** What workspaces, their people and their programs talk to. */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {}
