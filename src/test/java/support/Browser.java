/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package support;

import java.io.File;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.Select;

/** A real browser without a window, signed in as an operator. */
public final class Browser implements AutoCloseable {

    private static final Dimension DESK = new Dimension(1400, 1000);
    private static final Duration LONGEST_LOAD = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(20);

    private final ChromeDriver driver;
    private final String hostUrl;

    private Browser(ChromeDriver driver, String hostUrl) {
        this.driver = driver;
        this.hostUrl = hostUrl;
    }

    /** Where there is no browser, says once that pages were not tested; in CI that is a failure. */
    public static final class IsThere implements ExecutionCondition {

        private static final AtomicBoolean SAID = new AtomicBoolean();

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (!program("chromium", "chromium-browser", "google-chrome").isEmpty()
                    || "true".equals(System.getenv("CI"))) {
                return ConditionEvaluationResult.enabled("there is a browser");
            }
            if (SAID.compareAndSet(false, true)) {
                System.err.println("Pages were NOT tested in a browser: install chromium and chromium-driver.");
            }
            return ConditionEvaluationResult.disabled("no chromium");
        }
    }

    /** Starts it in that language. */
    public static Browser start(String hostUrl, String language) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program("chromium", "chromium-browser", "google-chrome"));
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--lang=" + language,
                "--accept-lang=" + language);
        ChromeDriverService.Builder service = new ChromeDriverService.Builder();
        String driverProgram = program("chromedriver");
        if (!driverProgram.isEmpty()) {
            service.usingDriverExecutable(new File(driverProgram));
        }
        ChromeDriver driver = new ChromeDriver(service.build(), options);
        driver.manage().window().setSize(DESK);
        driver.manage().timeouts().pageLoadTimeout(LONGEST_LOAD).scriptTimeout(LONGEST_LOAD);
        return new Browser(driver, hostUrl);
    }

    private static String program(String... names) {
        List<String> folders = Arrays.asList(System.getenv("PATH").split(File.pathSeparator));
        return Arrays.stream(names)
                .flatMap(name -> folders.stream().map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .map(File::getPath)
                .findFirst()
                .orElse("");
    }

    public ChromeDriver driver() {
        return driver;
    }

    public Browser signIn(String user, String password) {
        driver.get(hostUrl + "/manager/signin");
        driver.findElement(By.name("username")).sendKeys(user);
        driver.findElement(By.name("password")).sendKeys(password);
        driver.findElement(By.cssSelector("input[type=submit]")).click();
        Await.until("signed in", () -> !driver.getCurrentUrl().endsWith("/signin"));
        return this;
    }

    /** Opens a page of ours and waits for its heading. */
    public Browser open(String route) {
        driver.get("about:blank");
        driver.get(hostUrl + "/manager/loadmanagement#" + route);
        Await.until(
                "a heading on " + route,
                () -> !driver.findElements(By.cssSelector("#lm h1")).isEmpty());
        return this;
    }

    public Browser wide(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
        return this;
    }

    /** What a reader sees of our page. */
    public String text() {
        return String.valueOf(driver.executeScript("return document.getElementById('lm')?.innerText ?? ''"));
    }

    public void see(String text) {
        Await.until("the page says: " + text, () -> text().contains(text));
    }

    public void seeNoMore(String text) {
        Await.until("the page says no more: " + text, () -> !text().contains(text));
    }

    /** Waits until there is such an element. */
    public void await(String css) {
        with(By.cssSelector(css), _ -> true);
    }

    public String textOf(String css) {
        return with(By.cssSelector(css), WebElement::getText);
    }

    public String valueOf(String css) {
        return with(By.cssSelector(css), element -> String.valueOf(element.getAttribute("value")));
    }

    /** Presses the button, or follows the link, that says this and is displayed. */
    public void press(String text) {
        By by = By.xpath("//*[@id='lm']//*[self::button or self::a][normalize-space()='" + text + "']");
        with(by, WebElement::isDisplayed, button -> {
            driver.executeScript("arguments[0].scrollIntoView({block:'center'})", button);
            button.click();
            return true;
        });
    }

    public void click(String css) {
        act(By.cssSelector(css), WebElement::click);
    }

    public void sendKeys(String css, CharSequence keys) {
        act(By.cssSelector(css), element -> element.sendKeys(keys));
    }

    /** Puts a value into a field as if it were typed. */
    public void type(String css, String value) {
        act(
                By.cssSelector(css),
                field -> driver.executeScript(
                        "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}));"
                                + "arguments[0].dispatchEvent(new Event('change', {bubbles: true}));",
                        field,
                        value));
    }

    public void choose(String css, String text) {
        act(By.cssSelector(css), element -> new Select(element).selectByVisibleText(text));
    }

    private void act(By by, Consumer<WebElement> action) {
        with(by, element -> {
            action.accept(element);
            return true;
        });
    }

    private <R> R with(By by, Function<WebElement, R> use) {
        return with(by, _ -> true, use);
    }

    /** The first such element, as soon as it is there, and however often the page draws it anew meanwhile. */
    private <R> R with(By by, Predicate<WebElement> isSuch, Function<WebElement, R> use) {
        return new FluentWait<>(driver)
                .withTimeout(LONGEST_WAIT)
                .pollingEvery(POLL)
                .ignoring(StaleElementReferenceException.class, NoSuchElementException.class)
                .withMessage(by::toString)
                .until(_ -> use.apply(driver.findElements(by).stream()
                        .filter(isSuch)
                        .findFirst()
                        .orElseThrow(() -> new NoSuchElementException("there is none"))));
    }

    public @Nullable Object script(String javaScript) {
        return driver.executeScript(javaScript);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
