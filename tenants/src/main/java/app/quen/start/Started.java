package app.quen.start;

/**
 * The application is there: whoever has work to begin observes this, and says by its priority when.
 * It is fired by whoever hosts the application, and not CDI's own Startup, because Payara fires
 * that one before it can inject beans of an EAR's libraries (it then deploys nothing and says
 * "null").
 */
public record Started() {}
