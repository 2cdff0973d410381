/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.install;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts the plugin into a war, after a check and a backup. */
@Command(
        name = "install",
        description = {
            "Checks that SteVe, backs it up beside itself, then adds load management and its menu entry.",
            "An older version of load management inside is replaced. Doing it twice is the same as once."
        },
        mixinStandardHelpOptions = true)
final class InstallCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "WAR", description = Tool.WAR_HELP)
    @SuppressWarnings("NullAway.Init")
    private Path given;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the war with load management there, and leave the given one as it is.")
    private @Nullable Path output;

    private final Plugin plugin;

    InstallCommand(Plugin plugin) {
        this.plugin = plugin;
    }

    @Override
    public Integer call() {
        try (War war = War.open(given)) {
            Findings findings = Check.of(plugin, war);
            findings.lines().forEach(out()::println);
            if (!findings.fits()) {
                out().println("Nothing was changed.");
                return Tool.REFUSED;
            }
            install(war);
            return 0;
        }
    }

    private void install(War war) {
        Edits edits = Edits.installing(plugin, war);
        Path target = target(war, output);
        if (edits.isEmpty() && target.equals(war.file())) {
            out().println("Load management " + plugin.version() + " is installed already; nothing was changed.");
            return;
        }
        if (target.equals(war.file()) && war.inside().isEmpty()) {
            out().println("%-16s %s".formatted("Backup:", Backup.of(war, edits)));
        }
        Rewriting.apply(edits, war, target);
        out().println("Installed load management %s in %s.".formatted(plugin.version(), target));
        out().println("(Re)start SteVe, log in, and open LOAD MANAGEMENT: /steve/manager/loadmanagement.");
    }

    /**
     * Where the changed war goes.
     *
     * @throws Refusal if no file can be there
     */
    static Path target(War war, @Nullable Path output) {
        if (output == null) {
            return war.file();
        }
        if (!war.isZipped()) {
            throw new Refusal("--output goes with a zipped war, and " + war.file() + " is a folder");
        }
        if (Files.isDirectory(output)) {
            throw new Refusal("--output is the file to write, and " + output + " is a folder");
        }
        Path folder = output.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Refusal("the folder of " + output + " does not exist");
        }
        return output;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
