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
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes the plugin out of a war. */
@Command(
        name = "uninstall",
        description = {
            "Takes load management and its menu entry out; every other byte stays as it is.",
            "Its tables stay in the database."
        },
        mixinStandardHelpOptions = true)
final class UninstallCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "WAR", description = Tool.WAR_HELP)
    @SuppressWarnings("NullAway.Init")
    private Path given;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the war without load management there, and leave the given one as it is.")
    private @Nullable Path output;

    @Option(
            names = "--print-drop-sql",
            description = "Print the statements that drop the tables. They are run by nobody but you.")
    private boolean printsDropSql;

    private final Plugin plugin;

    UninstallCommand(Plugin plugin) {
        this.plugin = plugin;
    }

    @Override
    public Integer call() {
        try (War war = War.open(given)) {
            Soundness.hold(war);
            uninstall(war);
        }
        if (printsDropSql) {
            plugin.dropStatements().forEach(spec.commandLine().getOut()::println);
        }
        return 0;
    }

    private void uninstall(War war) {
        Edits edits = Edits.uninstalling(war);
        Path target = InstallCommand.target(war, output);
        if (edits.isEmpty() && target.equals(war.file())) {
            words().println("Load management is not in " + war.file() + "; nothing was changed.");
            return;
        }
        Optional<Path> backup = Backup.like(edits, war);
        if (backup.isPresent()) {
            Rewriting.copy(backup.get(), target);
        } else {
            Rewriting.apply(edits, war, target);
        }
        words().println("Took load management out of %s. Its tables stay in the database%s."
                .formatted(target, printsDropSql ? "" : "; --print-drop-sql prints how to drop them"));
    }

    /** Standard output is for the statements, if they are asked for. */
    private PrintWriter words() {
        return printsDropSql ? spec.commandLine().getErr() : spec.commandLine().getOut();
    }
}
