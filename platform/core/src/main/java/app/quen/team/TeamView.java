package app.quen.team;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some members who belong together.
 *
 * @param parentId the team above; null at the top
 * @param members their accounts
 */
public record TeamView(
    UUID id, int version, @Nullable UUID parentId, String name, List<UUID> members) {}
