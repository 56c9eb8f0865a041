package app.quen.provisioning;

/** What a tenant is made from; checked by the caller. */
public record NewTenant(String slug, String name, String industry, String language) {}
