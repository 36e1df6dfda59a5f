// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.dev;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.highlands.local.control.ControlException;

/** The classes and resources of a service by their path in its jar; the manifest and the index of libraries are left out. */
final class ServiceClasses {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String INDEX = "META-INF/classpath.idx";
    private static final String META = "META-INF/";
    /** The same for every jar, so that equal contents are equal bytes. */
    private static final long TIME = 315_532_800_000L;

    private final TreeMap<String, byte[]> entries;

    private ServiceClasses(TreeMap<String, byte[]> entries) {
        this.entries = entries;
    }

    /** What the build packed. */
    static ServiceClasses ofJar(Path jar) throws IOException {
        TreeMap<String, byte[]> entries = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements();) {
                ZipEntry entry = all.nextElement();
                if (!entry.isDirectory() && !entry.getName().equals(MANIFEST) && !entry.getName().equals(INDEX)) {
                    entries.put(entry.getName(), file.getInputStream(entry).readAllBytes());
                }
            }
        }
        return new ServiceClasses(entries);
    }

    /** The class that the build's jar starts. */
    static String mainClass(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            String main = file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
            if (main == null) {
                throw new ControlException("dev: " + jar + " has no Main-Class in its manifest");
            }
            return main;
        }
    }

    /** Of the build's jar what the build alone writes, such as META-INF/build-info.properties, and all of a folder. */
    static ServiceClasses ofFolder(Path jar, Path folder) throws IOException {
        TreeMap<String, byte[]> entries = meta(jar);
        add(entries, folder);
        return new ServiceClasses(entries);
    }

    /**
     * Of the build's jar what the build alone writes, the compiled classes, and the resources: those that were saved since the
     * build as they are, the others as the build has filtered them.
     */
    static ServiceClasses ofSources(Path jar, Path compiled, Path resources) throws IOException {
        FileTime built = Files.getLastModifiedTime(jar);
        Map<String, byte[]> packed = ofJar(jar).entries;
        TreeMap<String, byte[]> entries = meta(jar);
        for (Path file : ServiceModule.files(resources)) {
            String name = name(resources, file);
            boolean isNewer = Files.getLastModifiedTime(file).compareTo(built) > 0;
            entries.put(name, isNewer || !packed.containsKey(name) ? Files.readAllBytes(file) : packed.get(name));
        }
        add(entries, compiled);
        return new ServiceClasses(entries);
    }

    private static TreeMap<String, byte[]> meta(Path jar) throws IOException {
        TreeMap<String, byte[]> entries = new TreeMap<>(ofJar(jar).entries);
        entries.keySet().removeIf(name -> !name.startsWith(META));
        return entries;
    }

    private static void add(Map<String, byte[]> entries, Path folder) throws IOException {
        for (Path file : ServiceModule.files(folder)) {
            entries.put(name(folder, file), Files.readAllBytes(file));
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Whether both hold the same files with the same bytes. */
    boolean isSameAs(ServiceClasses other) {
        return entries.keySet().equals(other.entries.keySet()) && entries.entrySet().stream()
                .allMatch(entry -> Arrays.equals(entry.getValue(), other.entries.get(entry.getKey())));
    }

    /** {@return a jar of them, with entries for folders, without which Spring finds no component} */
    byte[] jar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String folder : folders()) {
                put(zip, folder, new byte[0]);
            }
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                put(zip, entry.getKey(), entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private Set<String> folders() {
        Set<String> folders = new TreeSet<>();
        for (String name : entries.keySet()) {
            for (int end = name.indexOf('/'); end >= 0; end = name.indexOf('/', end + 1)) {
                folders.add(name.substring(0, end + 1));
            }
        }
        return folders;
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(TIME);
        zip.putNextEntry(entry);
        zip.write(content);
    }
}
