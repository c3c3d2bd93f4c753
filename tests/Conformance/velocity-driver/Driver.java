import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JsonSmartJsonProvider;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.minidev.json.JSONObject;
import net.minidev.json.JSONValue;
import org.apache.commons.lang.StringEscapeUtils;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.app.event.InvalidReferenceEventHandler;
import org.apache.velocity.context.Context;
import org.apache.velocity.context.InternalContextAdapterImpl;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.runtime.log.NullLogChute;
import org.apache.velocity.runtime.parser.node.SimpleNode;
import org.apache.velocity.util.introspection.Info;

/**
 * Apache Velocity 1.7 with the variables of API Gateway, for comparison.
 * Reads requests, one line of JSON each, and answers each with a line of JSON.
 *
 * {"template": ..., "body": ..., "path": {}, "querystring": {}, "header": {}, "context": {}, "stageVariables": {}} is rendered:
 * {"output": ...} or {"error": ...}. With "milliseconds" it is rendered again and again for about as long: {"rendersPerSecond": ...}.
 */
public final class Driver {
    private static String lastText;
    private static SimpleNode lastTemplate;

    public static void main(String[] arguments) throws Exception {
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String line; (line = requests.readLine()) != null; ) {
            Map<String, Object> answer = new LinkedHashMap<>();
            try {
                answer(asMap(new JsonSmartJsonProvider().parse(line)), answer);
            } catch (Throwable problem) {
                answer.put("error", problem.getClass().getName() + ": " + problem.getMessage());
            }
            answers.println(JSONObject.toJSONString(answer));
        }
    }

    private static void answer(Map<String, Object> request, Map<String, Object> answer) throws Exception {
        SimpleNode template = parse((String) request.get("template"));
        if (request.get("milliseconds") instanceof Number) {
            answer.put("rendersPerSecond", measure(template, request, ((Number) request.get("milliseconds")).longValue()));
            return;
        }
        answer.put("output", render(template, request));
    }

    /** Macros outlive a template, so every template has an engine of its own. The last template is kept, for it is often rendered again. */
    private static SimpleNode parse(String text) throws Exception {
        if (text.equals(lastText)) {
            return lastTemplate;
        }
        RuntimeInstance engine = new RuntimeInstance();
        engine.setProperty("runtime.log.logsystem.class", NullLogChute.class.getName());
        engine.setProperty("directive.foreach.maxloops", "1000");
        engine.init();
        SimpleNode template = engine.parse(new StringReader(text), "template");
        template.init(new InternalContextAdapterImpl(new VelocityContext()), engine);
        lastText = text;
        lastTemplate = template;
        return template;
    }

    private static double measure(SimpleNode template, Map<String, Object> request, long milliseconds) throws Exception {
        for (long end = System.nanoTime() + milliseconds * 1_000_000; System.nanoTime() < end; ) {
            render(template, request);
        }
        long count = 0;
        long start = System.nanoTime();
        while (System.nanoTime() < start + milliseconds * 1_000_000) {
            render(template, request);
            count++;
        }
        return count * 1e9 / (System.nanoTime() - start);
    }

    private static String render(SimpleNode template, Map<String, Object> request) throws Exception {
        VelocityContext context = new VelocityContext();
        context.put("input", new Input(request));
        context.put("util", new Util());
        context.put("stageVariables", copy(request.get("stageVariables")));
        Map<String, Object> values = copy(request.get("context"));
        values.put("requestOverride", overrides("header", "path", "querystring"));
        values.put("responseOverride", overrides("header"));
        context.put("context", values);
        EventCartridge events = new EventCartridge();
        events.addEventHandler(new NothingForNull());
        events.attachToContext(context);
        InternalContextAdapterImpl adapter = new InternalContextAdapterImpl(context);
        adapter.pushCurrentTemplateName("template");
        StringWriter output = new StringWriter();
        try {
            template.render(adapter, output);
        } catch (org.apache.velocity.runtime.directive.StopCommand stop) {
            // #stop, or a #break with nothing around it.
        }
        return output.toString();
    }

    private static Map<String, Object> overrides(String... names) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (String name : names) {
            map.put(name, new LinkedHashMap<String, Object>());
        }
        return map;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return value == null ? new LinkedHashMap<>() : (Map<String, Object>) value;
    }

    private static Map<String, Object> copy(Object value) {
        return new LinkedHashMap<>(asMap(value));
    }

    /** In API Gateway a reference that leads nowhere is the empty text. */
    private static final class NothingForNull implements InvalidReferenceEventHandler {
        @Override
        public Object invalidGetMethod(Context context, String reference, Object object, String property, Info info) {
            return "";
        }

        @Override
        public boolean invalidSetMethod(Context context, String left, String right, Info info) {
            return false;
        }

        @Override
        public Object invalidMethod(Context context, String reference, Object object, String method, Info info) {
            return "";
        }
    }

    public static final class Input {
        private final Map<String, Object> request;
        private final String body;
        private Object root;
        private boolean read;

        Input(Map<String, Object> request) {
            this.request = request;
            String given = (String) request.get("body");
            this.body = given == null || given.isEmpty() ? "{}" : given;
        }

        public String getBody() {
            return body;
        }

        public Object path(String path) {
            try {
                return read(path);
            } catch (PathNotFoundException missing) {
                return null;
            }
        }

        private Object read(String path) {
            if (!read) {
                String start = body.replaceAll("^[ \\t\\r\\n]+", "");
                boolean json = start.startsWith("{") || start.startsWith("[") || start.startsWith("\"");
                root = json ? new JsonSmartJsonProvider().parse(body) : body;
                read = true;
            }
            if (!(root instanceof Map || root instanceof List)) {
                if (path.equals("$")) {
                    return root;
                }
                throw new PathNotFoundException();
            }
            return JsonPath.read(root, path);
        }

        public String json(String path) {
            StringBuilder json = new StringBuilder();
            try {
                Object value = read(path);
                JSONValue.writeJSONString(value, json, net.minidev.json.JSONStyle.LT_COMPRESS);
            } catch (PathNotFoundException missing) {
                return "\"\"";
            } catch (java.io.IOException impossible) {
                throw new IllegalStateException(impossible);
            }
            return json.toString();
        }

        public Map<String, Object> params() {
            Map<String, Object> all = new LinkedHashMap<>();
            for (String place : new String[] {"path", "querystring", "header"}) {
                all.put(place, copy(request.get(place)));
            }
            return all;
        }

        public Object params(String name) {
            for (Object place : params().values()) {
                Object value = asMap(place).get(name);
                if (value != null) {
                    return value;
                }
            }
            return null;
        }

        @Override
        public String toString() {
            return "{}";
        }
    }

    public static final class Util {
        public String escapeJavaScript(Object text) {
            return StringEscapeUtils.escapeJavaScript(text.toString());
        }

        public Object parseJson(Object text) {
            return new JsonSmartJsonProvider().parse(text.toString());
        }

        public String urlEncode(Object text) {
            return URLEncoder.encode(text.toString(), StandardCharsets.UTF_8);
        }

        public String urlDecode(Object text) {
            return URLDecoder.decode(text.toString(), StandardCharsets.UTF_8);
        }

        public String base64Encode(Object text) {
            return Base64.getEncoder().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
        }

        public String base64Decode(Object text) {
            return new String(Base64.getDecoder().decode(text.toString()), StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return "{}";
        }
    }
}
