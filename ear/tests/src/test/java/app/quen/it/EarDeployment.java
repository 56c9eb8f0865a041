package app.quen.it;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ArchivePath;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EAR as it was built, and the test classes in its one WAR. */
final class EarDeployment {
  private EarDeployment() {}

  static EnterpriseArchive with(Class<?>... tests) {
    File file =
        Path.of(System.getProperty("quen.root", "../.."), "ear/app/target/quen.ear").toFile();
    EnterpriseArchive ear = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, file);
    ArchivePath path = ear.getContent(Filters.include("/.*\\.war")).keySet().iterator().next();
    WebArchive war = ear.getAsType(WebArchive.class, path);
    ear.delete(path);
    // for every address that it does not know the application shows its first page; the tests'
    // servlet is such an address
    war.addAsWebInfResource(new StringAsset(withoutPages(war)), "web.xml");
    war.addClasses(tests);
    // in a library of its own: a second WAR would be a second container of beans
    ear.addAsModule(Testable.archiveToTest(war));
    ear.addAsLibraries(assertions());
    return ear;
  }

  private static String withoutPages(WebArchive war) {
    try (InputStream xml = war.get("WEB-INF/web.xml").getAsset().openStream()) {
      return new String(xml.readAllBytes(), StandardCharsets.UTF_8)
          .replaceFirst(
              "(?s)<filter-mapping>\\s*<filter-name>files</filter-name>.*?</filter-mapping>", "");
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<JavaArchive> assertions() {
    String jar =
        org.assertj.core.api.Assertions.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .getPath();
    return List.of(ShrinkWrap.createFromZipFile(JavaArchive.class, new File(jar)));
  }
}
