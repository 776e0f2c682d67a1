package org.holdline.cue.tone;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The functions of libasound.so.2 that are needed, as {@code alsa/pcm.h}, {@code control.h} and {@code error.h} of alsa-lib
 * 1.2.8 declare them; its ABI has been the same since 1.0. A {@code long} of C has 64 bits here.
 *
 * <p>Not thread-safe, as its handles are not.
 */
@SuppressWarnings("restricted")
final class Alsa {
    private static final String LIBRARY = "libasound.so.2";
    private static final FunctionDescriptor OF_HANDLE = FunctionDescriptor.of(JAVA_INT, ADDRESS);
    private static final FunctionDescriptor OF_TWO = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS);
    private static final FunctionDescriptor OF_THREE = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
    private static final int NAME_BYTES = 512;
    private static final int ALL_CARDS = -1;

    private static @Nullable Alsa loaded;

    final MethodHandle open;
    final MethodHandle setParams;
    final MethodHandle getParams;
    final MethodHandle softwareNew;
    final MethodHandle softwareNow;
    final MethodHandle startThreshold;
    final MethodHandle software;
    final MethodHandle softwareFree;
    final MethodHandle write;
    final MethodHandle avail;
    final MethodHandle drop;
    final MethodHandle prepare;
    final MethodHandle close;
    private final MethodHandle error;
    private final MethodHandle hints;
    private final MethodHandle hint;
    private final MethodHandle freeHints;
    private final MethodHandle free;

    private Alsa(Linker linker, SymbolLookup library) {
        Handles handles = new Handles(linker, library);
        open = handles.of("snd_pcm_open", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT));
        setParams = handles.of(
                "snd_pcm_set_params",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
        getParams = handles.of("snd_pcm_get_params", OF_THREE);
        softwareNew = handles.of("snd_pcm_sw_params_malloc", OF_HANDLE);
        softwareNow = handles.of("snd_pcm_sw_params_current", OF_TWO);
        startThreshold = handles.of(
                "snd_pcm_sw_params_set_start_threshold", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG));
        software = handles.of("snd_pcm_sw_params", OF_TWO);
        softwareFree = handles.of("snd_pcm_sw_params_free", FunctionDescriptor.ofVoid(ADDRESS));
        write = handles.of("snd_pcm_writei", FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG));
        avail = handles.of("snd_pcm_avail", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
        drop = handles.of("snd_pcm_drop", OF_HANDLE);
        prepare = handles.of("snd_pcm_prepare", OF_HANDLE);
        close = handles.of("snd_pcm_close", OF_HANDLE);
        error = handles.of("snd_strerror", FunctionDescriptor.of(ADDRESS, JAVA_INT));
        hints = handles.of("snd_device_name_hint", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
        hint = handles.of("snd_device_name_get_hint", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
        freeHints = handles.of("snd_device_name_free_hint", OF_HANDLE);
        free = linker.downcallHandle(
                linker.defaultLookup().find("free").orElseThrow(), FunctionDescriptor.ofVoid(ADDRESS));
    }

    private record Handles(Linker linker, SymbolLookup library) {
        MethodHandle of(String name, FunctionDescriptor descriptor) {
            return linker.downcallHandle(library.find(name).orElseThrow(), descriptor);
        }
    }

    /** The library, loaded at the first call, or null where it is not installed. */
    static synchronized @Nullable Alsa library() {
        if (loaded == null) {
            Linker linker = Linker.nativeLinker();
            SymbolLookup library;
            try {
                library = SymbolLookup.libraryLookup(LIBRARY, Arena.global());
            } catch (IllegalArgumentException e) {
                return null;
            }
            silence(linker, library);
            loaded = new Alsa(linker, library);
        }
        return loaded;
    }

    /**
     * The library writes ten lines to the standard error for an output that is not there. Its handler of errors is called
     * with integers and pointers only, and any C function bears that; {@code labs} does nothing with them.
     */
    private static void silence(Linker linker, SymbolLookup library) {
        MethodHandle set = linker.downcallHandle(
                library.find("snd_lib_error_set_handler").orElseThrow(), FunctionDescriptor.of(JAVA_INT, ADDRESS));
        MemorySegment nothing = linker.defaultLookup().find("labs").orElseThrow();
        try {
            int ignored = (int) set.invokeExact(nothing);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** An errno in words. */
    String reason(int errno) {
        try {
            MemorySegment text = (MemorySegment) error.invokeExact(-errno);
            return text.reinterpret(NAME_BYTES).getString(0);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    /** Names under which sound can be played, in ALSA's order; empty where it does not tell. */
    List<String> outputs() {
        List<String> names = new ArrayList<>();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment to = arena.allocate(ADDRESS);
            if ((int) hints.invokeExact(ALL_CARDS, arena.allocateFrom("pcm"), to) < 0) {
                return names;
            }
            MemorySegment list = to.get(ADDRESS, 0).reinterpret(Long.MAX_VALUE);
            for (long at = 0; !isNull(list.get(ADDRESS, at)); at += ADDRESS.byteSize()) {
                MemorySegment entry = list.get(ADDRESS, at);
                String name = text(entry, arena.allocateFrom("NAME"));
                String direction = text(entry, arena.allocateFrom("IOID"));
                if (name != null && !"Input".equals(direction)) {
                    names.add(name);
                }
            }
            int ignored = (int) freeHints.invokeExact(list);
            return names;
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    private @Nullable String text(MemorySegment entry, MemorySegment id) throws Throwable {
        MemorySegment text = (MemorySegment) hint.invokeExact(entry, id);
        if (isNull(text)) {
            return null;
        }
        String answer = text.reinterpret(NAME_BYTES).getString(0);
        free.invokeExact(text);
        return answer;
    }

    private static boolean isNull(MemorySegment pointer) {
        return pointer.address() == 0;
    }

    /** A call of C throws nothing; what a handle throws is a bug here. */
    static RuntimeException unexpected(Throwable e) {
        return e instanceof RuntimeException known ? known : new IllegalStateException("libasound", e);
    }
}
