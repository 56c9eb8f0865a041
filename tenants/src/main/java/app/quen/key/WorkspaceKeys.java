package app.quen.key;

import app.quen.tenant.TenantId;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The keys of workspaces, made at their first use. Unwrapped ones are kept in memory; a key never
 * changes, so that there is nothing to be out of date.
 */
public interface WorkspaceKeys {

  /**
   * The newest.
   *
   * @throws NoKey if the master key is missing or another one
   */
  WrappingKey newestWrapping(TenantId tenant);

  /**
   * @throws NoKey if there is none of this generation, or the master key is missing or another one
   */
  WrappingKey wrapping(TenantId tenant, int generation);

  /**
   * @param mayMake whether it may be made where there is none, because nothing was marked yet
   * @throws NoKey if there is none, or the master key is missing or another one
   */
  IndexKey index(TenantId tenant, int generation, BooleanSupplier mayMake);

  /** Makes one more generation, and says which; who marks is to be told by the caller. */
  int makeNextIndex(TenantId tenant);

  /** For ever: nobody can make its marks any more. */
  void destroyIndex(TenantId tenant, int generation);

  /** Those that there are, oldest first. */
  List<Integer> indexGenerations(TenantId tenant);

  /** Makes one more generation; who wraps is to be told by the caller. */
  WrappingKey makeNextWrapping(TenantId tenant);

  /** For ever: what it has wrapped can be read by nobody any more, not in backups either. */
  void destroyWrapping(TenantId tenant, int generation);

  /** Those that there are, oldest first. */
  List<Integer> wrappingGenerations(TenantId tenant);

  /**
   * Wraps all workspaces' keys anew, each in a transaction of its own, with what the master key
   * wraps with now. Can be broken off and run again.
   *
   * @return how many
   */
  int rewrapAll();
}
