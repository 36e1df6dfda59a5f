// SPDX-License-Identifier: Apache-2.0
package io.highlands.starter.settings;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * Turns the platform's variables into Spring's properties, and adds the platform's defaults beneath everything that a
 * service declares itself.
 */
final class HighlandsEnvironment implements EnvironmentPostProcessor, Ordered {

    private static final String DEFAULTS = "io/highlands/starter/defaults.properties";
    private static final Bindable<Map<String, Object>> UPSTREAMS = Bindable.mapOf(String.class, Object.class);

    /**
     * The variable that overrides a setting of an upstream.
     *
     * @param upstream discovery name, such as service-a
     * @param setting such as URL
     * @return the variable, such as SERVICE_A_URL
     */
    static String variable(String upstream, String setting) {
        return upstream.toUpperCase(Locale.ROOT).replace('-', '_') + "_" + setting;
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> platform = new HashMap<>();
        copy(environment, BindAddress.VARIABLE, platform, "highlands.bind-address");
        for (String upstream : Binder.get(environment).bind("highlands.upstreams", UPSTREAMS).orElse(Map.of())
                .keySet()) {
            copy(environment, variable(upstream, "URL"), platform, "highlands.upstreams." + upstream + ".url");
            copy(environment, variable(upstream, "TIMEOUT"), platform, "highlands.upstreams." + upstream + ".timeout");
        }
        environment.getPropertySources().addFirst(new MapPropertySource("highlands variables", platform));
        addDefaults(environment);
        addManagementHost(environment, platform);
    }

    private static void copy(ConfigurableEnvironment environment, String variable, Map<String, Object> to,
            String property) {
        String value = environment.getProperty(variable);
        if (value != null) {
            to.put(property, value);
        }
    }

    private static void addDefaults(ConfigurableEnvironment environment) {
        try {
            environment.getPropertySources().addLast(new PropertiesPropertySource("highlands defaults",
                    PropertiesLoaderUtils.loadProperties(new ClassPathResource(DEFAULTS))));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("Cannot read " + DEFAULTS, e);
        }
    }

    private static void addManagementHost(ConfigurableEnvironment environment, Map<String, Object> platform) {
        if (environment.containsProperty("management.server.address")) {
            return;
        }
        try {
            String bind = environment.getProperty("highlands.bind-address", "0.0.0.0:3000");
            platform.put("management.server.address", BindAddress.parse(bind).managementHost());
        } catch (InvalidSettingException e) {
            // Reported with its name by the web server's customizer, once logging works.
        }
    }
}
