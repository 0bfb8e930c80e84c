package org.govshare.regulation.text;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The content of a gzip file (RFC 1952), all members of it. Java's own stream takes a member whose header it cannot read for
 * the end of the file, so that what follows would be lost without a word; here it throws. Zeros after the last member are
 * padding.
 */
final class GzipMembers extends InputStream {
    private static final int MAGIC_1 = 0x1F;
    private static final int MAGIC_2 = 0x8B;
    private static final int DEFLATE = 8;
    private static final int HEADER_CHECK = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;
    private static final int RESERVED = 0xE0;
    private static final int FIXED_REST = 6;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private final byte[] buffer;
    private int position;
    private int limit;
    private boolean begun;
    private boolean ended;

    GzipMembers(InputStream in, int size) {
        this.in = in;
        this.buffer = new byte[size];
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    /** @throws IOException a {@link ZipException} for damaged data, an {@link EOFException} for a file that is cut off */
    @Override
    public int read(byte[] target, int start, int length) throws IOException {
        if (!begun) {
            begun = true;
            header(octet());
        }
        while (!ended) {
            int count = inflate(target, start, length);
            if (count > 0) {
                check.update(target, start, count);
                return count;
            }
            if (inflater.finished()) {
                trailer();
                next();
            } else if (inflater.needsInput()) {
                refill();
            } else {
                throw new ZipException("a preset dictionary is asked for");
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }

    private int inflate(byte[] target, int start, int length) throws ZipException {
        try {
            return inflater.inflate(target, start, length);
        } catch (DataFormatException e) {
            throw new ZipException(e.getMessage());
        }
    }

    private void refill() throws IOException {
        if (!fetch()) {
            throw new EOFException("in compressed data");
        }
        inflater.setInput(buffer, 0, limit);
        position = limit;
    }

    private boolean fetch() throws IOException {
        position = 0;
        limit = Math.max(in.read(buffer), 0);
        return limit > 0;
    }

    /** Checks what a member says of its content; octets that the inflater did not need come first. */
    private void trailer() throws IOException {
        position = limit - inflater.getRemaining();
        long sum = fourOctets();
        long size = fourOctets();
        if (sum != check.getValue() || size != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw new ZipException("check sum or length differs");
        }
    }

    /** Goes on to the next member, or to the end. */
    private void next() throws IOException {
        int octet = maybeOctet();
        boolean padded = octet == 0;
        while (octet == 0) {
            octet = maybeOctet();
        }
        if (octet < 0) {
            ended = true;
        } else if (padded) {
            throw new ZipException("data after padding");
        } else {
            header(octet);
        }
    }

    private void header(int first) throws IOException {
        if (first != MAGIC_1 || octet() != MAGIC_2 || octet() != DEFLATE) {
            throw new ZipException("no gzip header");
        }
        int flags = octet();
        if ((flags & RESERVED) != 0) {
            throw new ZipException("reserved flags");
        }
        skip(FIXED_REST);
        if ((flags & EXTRA) != 0) {
            skip(octet() | octet() << Byte.SIZE);
        }
        skipText((flags & NAME) != 0);
        skipText((flags & COMMENT) != 0);
        skip((flags & HEADER_CHECK) != 0 ? 2 : 0);
        inflater.reset();
        check.reset();
        inflater.setInput(buffer, position, limit - position);
    }

    private void skip(int octets) throws IOException {
        for (int i = 0; i < octets; i++) {
            octet();
        }
    }

    private void skipText(boolean there) throws IOException {
        int octet = there ? octet() : 0;
        while (octet != 0) {
            octet = octet();
        }
    }

    private long fourOctets() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            value |= (long) octet() << shift;
        }
        return value;
    }

    private int octet() throws IOException {
        int octet = maybeOctet();
        if (octet < 0) {
            throw new EOFException("in a header or a trailer");
        }
        return octet;
    }

    private int maybeOctet() throws IOException {
        return position < limit || fetch() ? Byte.toUnsignedInt(buffer[position++]) : -1;
    }
}
