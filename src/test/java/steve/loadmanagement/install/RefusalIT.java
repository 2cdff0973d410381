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
import java.lang.classfile.ClassFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot be done is said in words, with an exit code, and nothing is touched. */
class RefusalIT extends InstallScene {

    private static final int LONGER_THAN_ANY_NAME = 300;

    private void refusedUntouched(Path given, String words) {
        byte[] before = bytes(given);
        for (String command : List.of("check", "install", "uninstall")) {
            Said said = run(command, given);
            assertThat(said.exitCode()).as(command).isEqualTo(1);
            assertThat(said.err()).startsWith("Refused: ").contains(words).doesNotContain("\tat ");
        }
        assertThat(bytes(given)).isEqualTo(before);
        assertThat(files()).noneMatch(name -> name.endsWith(".new") || name.endsWith(".backup"));
    }

    @Test
    void aSignedWarIsRefused() {
        refusedUntouched(
                TestWar.whole().put("META-INF/STEVE.RSA", new byte[] {1}).zipped(folder.resolve("signed.war")),
                "is signed");
    }

    @Test
    void aForeignWarIsRefused() {
        refusedUntouched(
                TestWar.whole()
                        .remove("WEB-INF/classes/de/rwth/idsg/steve/SteveApplication.class")
                        .zipped(folder.resolve("foreign.war")),
                "is not SteVe");
    }

    @Test
    void aWarThatWasCutOffIsRefused() throws IOException {
        byte[] whole = bytes(war);
        Path cut = Files.write(folder.resolve("cut.war"), java.util.Arrays.copyOf(whole, whole.length / 2));
        refusedUntouched(cut, "damaged");
    }

    @Test
    void aWarWithADamagedLibraryIsRefused() throws IOException {
        byte[] bytes = bytes(war);
        bytes[bytes.length / 2] ^= 1;
        refusedUntouched(Files.write(folder.resolve("damaged.war"), bytes), "is damaged");
    }

    @Test
    void whatIsNoWarIsRefused() throws IOException {
        refusedUntouched(Files.writeString(folder.resolve("letter.txt"), "Dear SteVe"), "is no war");
        assertThat(run("check", folder.resolve("nowhere.war")).err()).contains("does not exist");
    }

    @Test
    void anOutputWhereNoFileCanBeIsRefusedAndTheWarStays() throws IOException {
        byte[] before = bytes(war);
        Path nowhere = folder.resolve("no-such-folder").resolve("steve.war");
        for (String command : List.of("install", "uninstall")) {
            Said said = run(command, war, "--output", nowhere);
            assertThat(said.exitCode()).isEqualTo(1);
            assertThat(said.err()).contains("Refused: the folder of " + nowhere + " does not exist");
        }
        Path taken = Files.createDirectory(folder.resolve("taken"));
        assertThat(run("install", war, "--output", taken).err()).contains(taken + " is a folder");
        assertThat(taken).isEmptyDirectory();
        assertThat(bytes(war)).isEqualTo(before);
    }

    @Test
    void whatCannotBeWrittenIsSaidInWordsAndTheWarStays() {
        byte[] before = bytes(war);
        Said said = run("install", war, "--output", folder.resolve("x".repeat(LONGER_THAN_ANY_NAME) + ".war"));
        assertThat(said.exitCode()).isEqualTo(3);
        assertThat(said.err()).contains("cannot be read or written").doesNotContain("Exception");
        assertThat(bytes(war)).isEqualTo(before);
    }

    @Test
    void aWrongCommandLineIsExplained() {
        assertThat(run().exitCode()).isEqualTo(2);
        assertThat(run().err()).contains("check, install or uninstall").contains("Usage:");
        assertThat(run("instal", war).exitCode()).isEqualTo(2);
        assertThat(run("instal", war).err()).contains("install");
        assertThat(run("install").err()).contains("Missing required parameter: 'WAR'");
    }

    /** The jar itself, as an operator calls it. */
    @Test
    void theJarRunsByItself() throws IOException, InterruptedException {
        Process check = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        PLUGIN.jar().toString(),
                        "check",
                        war.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor()).as(said).isZero();
        assertThat(said).contains("It fits.");
    }

    /** Java 8's class files have version 52. */
    @Test
    void theJarStartsOnAnOldJavaToSayWhichOneItNeeds() throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(PLUGIN.jar())) {
            byte[] launcher = Files.readAllBytes(jar.getPath("steve/loadmanagement/install/Launcher.class"));
            assertThat(ClassFile.of().parse(launcher).majorVersion()).isEqualTo(52);
        }
    }
}
