package app.quen.customer.bad;

/** Wrong on purpose: a shape of the API outside of web. */
public record WrongJson(String name) {}
