/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** An operator installs and uninstalls. */
class InstallIT extends InstallScene {

    @Test
    void anInstalledWarHasThePluginStoredAndAMenuEntryAndABackup() throws IOException {
        byte[] before = bytes(war);
        Said said = run("install", war);
        assertThat(said.exitCode()).as(said.err()).isZero();
        try (ZipFile zip = new ZipFile(war.toFile())) {
            assertThat(zip.getEntry(INSIDE).getMethod()).isEqualTo(ZipEntry.STORED);
            assertThat(zip.getInputStream(zip.getEntry(INSIDE)).readAllBytes()).isEqualTo(PLUGIN.bytes());
            String header = new String(
                    zip.getInputStream(zip.getEntry(MenuEntry.HEADER)).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(header).isEqualTo("""
                    <ul>
                        <li><a href="${ctxPath}/manager/home">HOME</a></li>
                            <li><a href="${ctxPath}/manager/loadmanagement">LOAD MANAGEMENT</a></li><%-- steve-load-management --%>
                            <li><a href="${ctxPath}/manager/settings">SETTINGS</a></li>
                    </ul>
                    """);
        }
        assertThat(bytes(folder.resolve("steve.war.backup"))).isEqualTo(before);
        assertThat(files()).containsExactly("steve.war", "steve.war.backup");
        assertThat(run("check", war).out()).contains("the entry is there").contains("is inside");
    }

    @Test
    void installingTwiceIsTheSameAsOnce() {
        run("install", war);
        byte[] once = bytes(war);
        Said said = run("install", war);
        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).contains("is installed already; nothing was changed");
        assertThat(bytes(war)).isEqualTo(once);
        assertThat(files()).containsExactly("steve.war", "steve.war.backup");
    }

    @Test
    void anOlderOrCompressedPluginIsReplaced() {
        Path other = TestWar.whole()
                .put("WEB-INF/lib/steve-load-management-0.0.9-compressed.jar", new byte[] {1, 2, 3})
                .zipped(folder.resolve("other.war"));
        assertThat(run("check", other).out()).contains("compressed, so that SteVe does not see it");
        assertThat(run("install", other).exitCode()).isZero();
        assertThat(content(other).keySet())
                .contains(INSIDE)
                .doesNotContain("WEB-INF/lib/steve-load-management-0.0.9-compressed.jar");
    }

    @Test
    void uninstallingGivesTheBackupBackByteByByte() {
        byte[] before = bytes(war);
        run("install", war);
        Said said = run("uninstall", war);
        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).contains("Its tables stay");
        assertThat(bytes(war)).isEqualTo(before);
    }

    @Test
    void uninstallingWithoutTheBackupGivesTheSameContent() throws IOException {
        Map<String, List<Byte>> before = content(war);
        run("install", war);
        Files.delete(folder.resolve("steve.war.backup"));
        assertThat(run("uninstall", war).exitCode()).isZero();
        assertThat(content(war)).isEqualTo(before);
        assertThat(run("uninstall", war).out()).contains("is not in").contains("nothing was changed");
    }

    @Test
    void theStatementsThatDropTheTablesArePrintedAloneAndOnlyOnRequest() {
        run("install", war);
        Said said = run("uninstall", war, "--print-drop-sql");
        assertThat(said.out().lines())
                .isNotEmpty()
                .allMatch(line -> line.matches("DROP TABLE IF EXISTS lm_\\w+;"))
                .contains("DROP TABLE IF EXISTS lm_strand;", "DROP TABLE IF EXISTS lm_schema_history;");
    }

    @Test
    void anOutputLeavesTheGivenWarAlone() {
        byte[] before = bytes(war);
        Path output = folder.resolve("with.war");
        assertThat(run("install", war, "--output", output).exitCode()).isZero();
        assertThat(bytes(war)).isEqualTo(before);
        assertThat(content(output)).containsKey(INSIDE);
        assertThat(files()).containsExactly("steve.war", "with.war");
    }

    @Test
    void anExtractedFolderIsInstalledIntoAndRestored() throws IOException {
        Path steve = TestWar.whole().extracted(folder.resolve("steve"));
        assertThat(run("install", steve).exitCode()).isZero();
        assertThat(bytes(steve.resolve(INSIDE))).isEqualTo(PLUGIN.bytes());
        assertThat(Files.readString(steve.resolve(MenuEntry.HEADER))).contains("LOAD MANAGEMENT");
        assertThat(Files.readString(folder.resolve("steve.backup").resolve(MenuEntry.HEADER)))
                .isEqualTo(TestWar.HEADER);
        assertThat(run("uninstall", steve).exitCode()).isZero();
        assertThat(steve.resolve(INSIDE)).doesNotExist();
        assertThat(Files.readString(steve.resolve(MenuEntry.HEADER))).isEqualTo(TestWar.HEADER);
        assertThat(run("install", steve, "--output", "x.war").err()).contains("is a folder");
    }

    @Test
    void aHeaderWithoutAPlaceGetsNoEntryAndThePluginWorksWithoutIt() {
        byte[] strange = "<nav>\r\n</nav>".getBytes(StandardCharsets.UTF_8);
        Path other = TestWar.whole().put(MenuEntry.HEADER, strange).zipped(folder.resolve("other.war"));
        Said said = run("install", other);
        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).contains("no place for the entry found");
        assertThat(MenuEntry.added(strange)).isEqualTo(strange);
    }

    @Test
    void linesThatEndAsOnWindowsStayAsTheyAre() {
        byte[] windows = TestWar.HEADER.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] added = MenuEntry.added(windows);
        assertThat(new String(added, StandardCharsets.UTF_8)).contains("--%>\r\n");
        assertThat(MenuEntry.removed(added)).isEqualTo(windows);
    }
}
