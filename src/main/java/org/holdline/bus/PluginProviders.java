package org.holdline.bus;

import com.pi4j.context.Context;
import com.pi4j.extension.Plugin;
import com.pi4j.extension.PluginService;
import com.pi4j.platform.Platform;
import com.pi4j.provider.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Providers of the Pi4J plug-ins on the class path, to be chosen by their id. Pi4J's own detection would take whichever
 * comes first, off a Pi even one that only pretends.
 */
final class PluginProviders {
    private final List<Plugin> plugins = new ArrayList<>();
    private final List<Provider<?, ?, ?>> providers = new ArrayList<>();

    PluginProviders(Iterable<Plugin> found) {
        for (Plugin plugin : found) {
            if (!plugin.isMock()) {
                plugin.initialize(new Collector());
                plugins.add(plugin);
            }
        }
    }

    static PluginProviders onClassPath() {
        return new PluginProviders(ServiceLoader.load(Plugin.class));
    }

    /** @throws BusException when no plug-in has one of that id and kind */
    <T extends Provider<?, ?, ?>> T find(String id, Class<T> kind) {
        return providers.stream()
                .filter(provider -> provider.id().equals(id))
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow(() -> Causes.noProvider(
                        id,
                        kind.getSimpleName(),
                        providers.stream().map(Provider::id).toList()));
    }

    void shutdown(Context context) {
        plugins.forEach(plugin -> plugin.shutdown(context));
    }

    private final class Collector implements PluginService {
        /** There is none yet: the context is built from what is chosen here. */
        @Override
        @SuppressWarnings("NullAway")
        public @Nullable Context context() {
            return null;
        }

        @Override
        @SuppressWarnings("rawtypes")
        public PluginService register(Provider... added) {
            for (Provider<?, ?, ?> provider : added) {
                providers.add(provider);
            }
            return this;
        }

        @Override
        @SuppressWarnings("rawtypes")
        public PluginService register(Platform... added) {
            return this;
        }
    }
}
