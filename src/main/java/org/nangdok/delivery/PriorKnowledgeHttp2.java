package org.nangdok.delivery;

import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.coyote.http2.Http2AsyncUpgradeHandler;
import org.apache.coyote.http2.Http2Protocol;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * HTTP/2 without TLS for clients that begin with it (RFC 9113, 3.3), such as Amazon's for
 * JavaScript; nobody is asked to change over from HTTP/1.1.
 *
 * <p>A client that has said GOAWAY without an error still gets the answers to what it asked before
 * (RFC 9113, 6.8). Tomcat would close the connection at once: Amazon's client says it after the
 * headers of each answer, and then finds its body empty.
 */
@Component
class PriorKnowledgeHttp2 implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addConnectorCustomizers(connector -> connector.addUpgradeProtocol(new Protocol()));
  }

  /** RFC 9113, 7. */
  private static final long NO_ERROR = 0;

  private static final class Protocol extends Http2Protocol {

    @Override
    public boolean accept(Request request) {
      return false;
    }

    @Override
    public InternalHttpUpgradeHandler getInternalUpgradeHandler(
        SocketWrapperBase<?> socket, Adapter adapter, @Nullable Request request) {
      return socket.hasAsyncIO()
          ? new Connection(this, adapter, request, socket)
          : super.getInternalUpgradeHandler(socket, adapter, request);
    }
  }

  private static final class Connection extends Http2AsyncUpgradeHandler {

    Connection(
        Http2Protocol protocol,
        Adapter adapter,
        @Nullable Request request,
        SocketWrapperBase<?> socket) {
      super(protocol, adapter, request, socket);
    }

    /** It ends when the client closes it, or after a while without a stream. */
    @Override
    public void goaway(int lastStream, long error, String debugData) {
      if (error != NO_ERROR) {
        super.goaway(lastStream, error, debugData);
      }
    }
  }
}
