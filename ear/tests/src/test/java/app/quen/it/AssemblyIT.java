package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.database.Work;
import app.quen.tenant.Tenants;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the container wires, seen from inside. */
@ExtendWith(ArquillianExtension.class)
class AssemblyIT {
  @Inject BeanManager beans;
  @Inject Tenants tenants;
  @Inject Work work;

  @Deployment
  static EnterpriseArchive ear() {
    return EarDeployment.with(AssemblyIT.class);
  }

  @Test
  void everyPartOfTheHouseIsThereOnce() {
    assertThat(beans.getBeans(Tenants.class, Any.Literal.INSTANCE)).hasSize(1);
    assertThat(beans.getBeans(Work.class, Any.Literal.INSTANCE)).hasSize(1);
  }

  @Test
  void theServersOwnJpaIsUsed() {
    assertThat(jakarta.persistence.Persistence.class.getClassLoader())
        .isNotSameAs(Tenants.class.getClassLoader());
  }

  @Test
  void theDatabaseAnswersThroughTheEar() {
    assertThat(tenants.findBySlug("nobody-has-this")).isEmpty();
  }
}
