package io.kpiwidget.panel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.kpiwidget.chromium.bundle.Natives;
import io.kpiwidget.chromium.bundle.Packages;
import io.kpiwidget.panel.Doctor.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@EnabledOnOs(OS.LINUX)
final class DoctorTest {

  @TempDir private Path home;

  private Doctor doctor(BrowserPlan plan, Path data, String display) {
    var patient = new Doctor.Patient(plan, data, display, home, new Doctor.Fonts(List.of(home)));
    return new Doctor(patient, Packages.here());
  }

  private Doctor doctor(String display) {
    return doctor(start(), home.resolve("data"), display);
  }

  /** With a runtime of which there is nothing, its libraries neither. */
  private BrowserPlan start() {
    return new BrowserPlan.Start(home.resolve("bin/java"), home.resolve("p.jar"), Natives.UNSAID);
  }

  private static Finding finding(Doctor doctor, String subject) {
    return doctor.findings().stream()
        .filter(each -> each.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void findings_nameEveryMissingThing_withItsPackages() {
    var doctor = doctor("");
    var findings = doctor.findings();
    assertThat(findings)
        .filteredOn(each -> !each.well())
        .extracting(Finding::subject)
        .contains("bundle", "library", "display", "fonts");
    assertThat(findings)
        .filteredOn(each -> each.sentence().equals("libjawt.so is missing."))
        .extracting(Finding::nextStep)
        .containsExactly(
            "Install openjdk-17-jre (Debian, Ubuntu), java-17-openjdk (RHEL, Fedora),"
                + " java-17-openjdk (SUSE).");
    assertThat(doctor.command(findings).orElseThrow()).contains("install").contains("dejavu");
  }

  @Test
  void bundleThatIsNowhere_isToldWithWhereItWasLookedFor() {
    assertThat(finding(doctor(""), "bundle").sentence()).contains(home.toString());
  }

  @Test
  void findings_writeNothing() {
    doctor("").findings();
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void fonts_countWhereverTheyAre() throws IOException {
    Files.createFile(Files.createDirectories(home.resolve("truetype/a")).resolve("a.ttf"));
    assertThat(finding(doctor(""), "fonts").well()).isTrue();
  }

  @Test
  void dataFolder_thatCannotBeMade_isMissing() throws IOException {
    var file = Files.createFile(home.resolve("file"));
    assertThat(finding(doctor(start(), file.resolve("data"), ""), "data").well()).isFalse();
    assertThat(finding(doctor(""), "data").well()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"17.0.15,true", "25,true", "11.0.2,false", "1.8.0_402,false"})
  void java_mustBeNewEnough(String version, boolean well) throws IOException {
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    assertThat(finding(doctor(""), "java").well()).isEqualTo(well);
  }

  @Test
  void runtimeWithoutLauncher_isMissing_andNothingElseOfItIsLookedAt() {
    var doctor = doctor(new BrowserPlan.Native("browser.noLauncher", ""), home, "");
    assertThat(finding(doctor, "java").well()).isFalse();
    assertThat(doctor.findings()).extracting(Finding::subject).doesNotContain("bundle", "library");
  }

  @ParameterizedTest
  @CsvSource({
    "'',false",
    "' ',false",
    ":7,false",
    ":7.0,false",
    "unix:7,false",
    "remote:10.0,true"
  })
  void display_mustAnswer_whereItIsOnThisComputer(String display, boolean well) {
    assertThat(finding(doctor(display), "display").well()).isEqualTo(well);
  }

  @Test
  void display_thatAnswers_isWell() throws IOException {
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(home.resolve("X7")));
      assertThat(finding(doctor(":7.0"), "display").well()).isTrue();
    }
  }

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @Test
  void command_tellsWhatIsMissing_andIsOne() {
    int status = run("doctor", "--data", home.resolve("data").toString());
    assertThat(status).isEqualTo(1);
    assertThat(out.toString())
        .contains("ok       platform  linux-amd64")
        .contains("MISSING  bundle    The browser's files are not here")
        .containsPattern("missing for the browser view\\.");
  }

  @Test
  void command_asJson_isOneObject() {
    assertThat(run("doctor", "--json", "--data", home.toString())).isEqualTo(1);
    var told = JsonParser.parseString(out.toString()).getAsJsonObject();
    assertThat(told.get("missing").getAsInt()).isPositive();
    assertThat(told.getAsJsonArray("findings").get(0).getAsJsonObject().keySet())
        .containsExactly("subject", "well", "sentence", "nextStep");
  }

  @Test
  void command_withABundle_findsItWhole() throws IOException {
    var config = home.resolve("kpi-widget.json");
    Files.writeString(
        config,
        """
        {"platform": {"api": "https://a.example"}, "token": {"source": "desktop"},
         "browser": {"natives": "%s"}}
        """
            .formatted(System.getProperty("chromium.natives")));
    run("doctor", "--config", config.toString(), "--data", home.toString());
    assertThat(out.toString()).containsPattern("ok       bundle    .*jcef-natives-linux-amd64");
  }

  @Test
  void brokenConfiguration_isAWrongCall() {
    assertThat(run("doctor", "--config", home.resolve("none.json").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("none.json").contains("lint");
  }
}
