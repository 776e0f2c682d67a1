package org.holdline.link;

/** Where a pipe comes from. */
@FunctionalInterface
public interface PipeOpener {
    /** Opens it; may take seconds. */
    BytePipe open() throws PortException;
}
