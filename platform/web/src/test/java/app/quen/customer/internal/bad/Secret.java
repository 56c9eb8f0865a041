package app.quen.customer.internal.bad;

/** What nobody outside of the component may touch. */
public class Secret {}
