package app.quen.account;

import app.quen.tenant.Tenant;
import java.util.Set;
import java.util.UUID;

/**
 * The program that a valid API key stands for.
 *
 * @param id the key's id
 * @param name the key's name
 * @param maker who made the key
 * @param tenant the tenant as it is now; only an active one can be entered
 * @param permissions what its maker gave it
 * @param makerRole the role that its maker has now: the key can do no more than that
 */
public record KeyHolder(
    UUID id,
    String name,
    Account maker,
    Tenant tenant,
    Set<String> permissions,
    String makerRole) {}
