// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.forward;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import io.undertow.client.ClientConnection;
import io.undertow.connector.ByteBufferPool;
import org.xnio.OptionMap;
import org.xnio.StreamConnection;
import org.xnio.conduits.ConduitStreamSourceChannel;

/**
 * A connection to a target.
 *
 * @param client sends requests on it
 * @param answers follows what comes back
 */
record UpstreamConnection(ClientConnection client, AnswerConduit answers) {

    /** Undertow has no public way to make a client of a connection that was prepared before. */
    private static final MethodHandle CLIENT = constructor();

    /**
     * Makes a client of a new connection.
     *
     * @param stream the connection
     * @param buffers what its client reads into
     * @param maxHeader the largest head of a response, in bytes
     */
    static UpstreamConnection on(StreamConnection stream, ByteBufferPool buffers, int maxHeader) {
        ConduitStreamSourceChannel source = stream.getSourceChannel();
        AnswerConduit answers = new AnswerConduit(source.getConduit(), maxHeader);
        source.setConduit(answers);
        try {
            return new UpstreamConnection((ClientConnection) CLIENT.invoke(stream, OptionMap.EMPTY, buffers), answers);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle constructor() {
        try {
            Class<?> type = Class.forName("io.undertow.client.http.HttpClientConnection");
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup()).findConstructor(type,
                    MethodType.methodType(void.class, StreamConnection.class, OptionMap.class, ByteBufferPool.class))
                    .asType(MethodType.methodType(ClientConnection.class, StreamConnection.class, OptionMap.class,
                            ByteBufferPool.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of Undertow's client is not known", e);
        }
    }
}
