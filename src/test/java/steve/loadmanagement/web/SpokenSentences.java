/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The sentences in the sources that an operator may read on a page: what problems, alarms, meters, proposals and tests are made
 * with. What is put into a sentence stands in it as {0}, {1} ...
 */
final class SpokenSentences extends TreeScanner<@Nullable Void, @Nullable Void> {

    private static final Path SOURCES = Path.of("src/main/java/steve/loadmanagement");
    private static final List<String> ROOMS =
            List.of("web", "control", "capacity", "site", "meter", "quirk", "commissioning");

    /** Machines read these, or nobody but a programmer. */
    private static final Set<String> NOT_ON_PAGES = Set.of(
            "Changes.java",
            "MetricsController.java",
            "OpenApiConfiguration.java",
            "PushController.java",
            "RegisterMap.java",
            "RegisterMaps.java");

    private static final Set<String> MADE = Set.of(
            "Problem",
            "MeterReading.Unusable",
            "Unusable",
            "ResponseStatusException",
            "Proposal",
            "Oddity",
            "MeterFailure",
            "MeterView");
    private static final Pattern SAID = Pattern.compile(
            "(.*\\.)?(problem|check|wrong|add|put|assumed|aborted|forStatusAndDetail|MeterFailure\\.of)");
    private static final Pattern SENTENCE = Pattern.compile("(?s).*[a-z]{2}[,:;]? [a-z{].*");

    private final Set<String> found = new TreeSet<>();

    private SpokenSentences() {}

    static Set<String> inTheSources() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        SpokenSentences sentences = new SpokenSentences();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources()));
            for (CompilationUnitTree unit : task.parse()) {
                sentences.scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences.found;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            return all.filter(path -> path.toString().endsWith(".java")
                            && !NOT_ON_PAGES.contains(path.getFileName().toString())
                            && ROOMS.contains(
                                    SOURCES.relativize(path).getName(0).toString()))
                    .toList();
        }
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void nothing) {
        if (MADE.contains(made.getIdentifier().toString())) {
            made.getArguments().forEach(argument -> take(argument, ""));
        }
        return super.visitNewClass(made, nothing);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
        String name = call.getMethodSelect().toString();
        if (SAID.matcher(name).matches()) {
            String rest = name.equals("MeterFailure.of") ? ": {9}" : "";
            call.getArguments().forEach(argument -> take(argument, rest));
        }
        return super.visitMethodInvocation(call, nothing);
    }

    private void take(ExpressionTree expression, String rest) {
        if (expression instanceof ConditionalExpressionTree choice) {
            take(choice.getTrueExpression(), rest);
            take(choice.getFalseExpression(), rest);
            return;
        }
        String sentence = text(expression, new int[1]) + rest;
        if (SENTENCE.matcher(sentence).matches()) {
            found.add(sentence);
        }
    }

    private static String text(ExpressionTree expression, int[] next) {
        return switch (expression) {
            case LiteralTree literal when literal.getValue() instanceof String words -> words;
            case BinaryTree sum
            when sum.getKind() == Tree.Kind.PLUS ->
                text(sum.getLeftOperand(), next) + text(sum.getRightOperand(), next);
            case ParenthesizedTree inner -> text(inner.getExpression(), next);
            default -> "{" + next[0]++ + "}";
        };
    }
}
