package app.quen.access.internal;

import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authz.AuthorizationInfo;
import org.apache.shiro.authz.SimpleAuthorizationInfo;
import org.apache.shiro.realm.AuthorizingRealm;
import org.apache.shiro.subject.PrincipalCollection;
import org.jspecify.annotations.Nullable;

/**
 * Reads the permissions off the principal. Signs nobody in: by the time a subject is made, the
 * tenants room has checked the credential.
 */
final class ActorRealm extends AuthorizingRealm {

  ActorRealm() {
    setName("quen");
    setCachingEnabled(false);
  }

  @Override
  public boolean supports(AuthenticationToken token) {
    return false;
  }

  @Override
  protected @Nullable AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
    return null;
  }

  @Override
  protected AuthorizationInfo doGetAuthorizationInfo(PrincipalCollection principals) {
    var info = new SimpleAuthorizationInfo();
    for (Acting acting : principals.byType(Acting.class)) {
      info.addObjectPermissions(acting.held());
    }
    return info;
  }
}
