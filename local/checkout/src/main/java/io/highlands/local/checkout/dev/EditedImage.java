// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.dev;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.highlands.local.checkout.Folders;

/**
 * The image of a service that is edited: that of the build, but its classes lie in {@code classes.jar}, last on the class
 * path behind an {@code app.jar} that only names the libraries. So an AOT cache of the libraries fits every change.
 */
final class EditedImage {

    private static final String CLASSES = "classes.jar";
    private static final String APP = "app.jar";
    private static final String CACHE = "app.aot";
    private static final String FIT = "app.aot.fit";
    private static final List<String> COPIED = List.of("launch", "jvm.options");

    private final ServiceModule module;
    private final Path folder;
    private final Path app;

    EditedImage(ServiceModule module) {
        this.module = module;
        this.folder = module.work().resolve("image");
        this.app = folder.resolve("app");
    }

    /** {@return the image folder} */
    Path folder() {
        return folder;
    }

    /** {@return the libraries of the build's image, in the order of its class path} */
    List<Path> libraries() throws IOException {
        Path built = module.image().resolve("app");
        try (JarFile jar = new JarFile(module.jar().toFile())) {
            String path = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return path == null ? List.of() : Stream.of(path.strip().split(" +")).map(built::resolve).toList();
        }
    }

    /** Takes over all but the classes from the build's image. */
    void prepare() throws IOException {
        String state = state();
        Path known = module.work().resolve("libraries.txt");
        if (Files.exists(known) && Files.readString(known).equals(state)) {
            return;
        }
        Folders.delete(folder);
        Files.createDirectories(app);
        Path built = module.image().resolve("app");
        for (Path file : ServiceModule.files(built)) {
            Path name = built.relativize(file);
            if (!List.of(APP, CACHE, FIT).contains(name.toString())) {
                Files.createDirectories(app.resolve(name).getParent());
                if (COPIED.contains(name.toString())) {
                    Files.copy(file, app.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
                } else {
                    Files.createSymbolicLink(app.resolve(name), file.toRealPath());
                }
            }
        }
        Files.copy(module.image().resolve("image.json"), folder.resolve("image.json"));
        writeLibraries();
        Files.writeString(app.resolve("main.options"),
                "-cp " + APP + ":" + CLASSES + "\n" + ServiceClasses.mainClass(module.jar()) + "\n");
        Files.writeString(known, state);
    }

    private void writeLibraries() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        Path built = module.image().resolve("app");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH,
                libraries().stream().map(jar -> built.relativize(jar).toString()).collect(Collectors.joining(" ")));
        try (OutputStream out = Files.newOutputStream(app.resolve(APP));
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.finish();
        }
    }

    /** What the image is made of besides the classes. */
    private String state() throws IOException {
        List<Path> parts = new ArrayList<>(libraries());
        parts.add(module.image().resolve("image.json"));
        COPIED.forEach(name -> parts.add(module.image().resolve("app").resolve(name)));
        StringBuilder state = new StringBuilder(System.getProperty("java.home") + "\n"
                + ServiceClasses.mainClass(module.jar()) + "\n");
        for (Path part : parts) {
            state.append(part).append(' ').append(Files.size(part)).append(' ')
                    .append(Files.getLastModifiedTime(part).toMillis()).append('\n');
        }
        return state.toString();
    }

    /** Takes over the classes. */
    void write(ServiceClasses classes) throws IOException {
        Path next = Files.write(module.work().resolve(CLASSES), classes.jar());
        Files.move(next, app.resolve(CLASSES), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whether tasks of it start with an AOT cache. */
    boolean hasCache() {
        return Files.exists(app.resolve(FIT));
    }

    /**
     * Trains the AOT cache of the libraries, by running the service as its image's build does.
     *
     * @return whether there is one now; what it said is in {@code target/dev/training.log}
     */
    boolean train() throws IOException, InterruptedException {
        Path builder = module.folder().resolveSibling("image-builder/target/classes");
        if (!Files.isDirectory(builder) || !Files.exists(module.training())) {
            return false;
        }
        Process training = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", builder.toString(), "io.highlands.image.Train", app.toString(),
                module.training().toString(), "libraries").redirectErrorStream(true)
                .redirectOutput(module.work().resolve("training.log").toFile()).start();
        Thread end = new Thread(training::destroy);
        Runtime.getRuntime().addShutdownHook(end);
        int code = training.waitFor();
        Runtime.getRuntime().removeShutdownHook(end);
        return code == 0 && hasCache();
    }
}
