/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.patches;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** The patch on SteVe's real sources. */
class PatchesOnSourcesIT {

    private static final List<String> FILES = List.of("pom.xml", "src/main/webapp/WEB-INF/views/00-header.jsp");

    private static void git(Path folder, String... arguments) throws IOException, InterruptedException {
        Process git = new ProcessBuilder(Stream.concat(Stream.of("git"), Arrays.stream(arguments))
                        .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(said).isZero();
    }

    @Test
    void thePatchAddsDependencyAndMenuEntryAtTheirPlacesAndIsTakenBack(@TempDir Path folder) throws Exception {
        Path sources = Path.of(System.getProperty("steve.sources"));
        for (String file : FILES) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.copy(sources.resolve(file), folder.resolve(file));
        }
        String patch = Path.of("patches", "steve-3.14.patch").toAbsolutePath().toString();
        git(folder, "init", "-q");

        git(folder, "apply", "--unidiff-zero", patch);
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("pom.xml").toFile());
        assertThat(XPathFactory.newInstance()
                        .newXPath()
                        .evaluate("count(/project/dependencies/dependency[artifactId='steve-load-management'])", pom))
                .isEqualTo("1");
        List<String> header = Files.readAllLines(folder.resolve(FILES.get(1)));
        int entry = header.indexOf(header.stream()
                .filter(line -> line.contains("/manager/loadmanagement"))
                .findFirst()
                .orElseThrow());
        assertThat(header.get(entry + 1)).contains("/manager/settings");

        git(folder, "apply", "-R", "--unidiff-zero", patch);
        for (String file : FILES) {
            assertThat(Files.mismatch(folder.resolve(file), sources.resolve(file)))
                    .isEqualTo(-1);
        }
    }
}
