using System.Diagnostics;
using System.Text.Json.Nodes;
using DirectRoute.Conformance.Velocity;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Velocity;

namespace DirectRoute.Benchmarks;

/// <summary>
/// The template engine beside Apache Velocity's own, both warm, on one thread each, one after the other: the templates that the compiler
/// writes for SQS and DynamoDB, a loop over all parameters, and a page of fifty references.
/// </summary>
internal static class VelocityBenchmarks
{
    private const int Milliseconds = 1500;
    private const int Rounds = 3;

    private const string Loop = """
        #set($params = $input.params())
        {"params": {
        #foreach($type in $params.keySet())
        #set($values = $params.get($type))
        "$type": {#foreach($name in $values.keySet())"$name": "$util.escapeJavaScript($values.get($name))"#if($foreach.hasNext), #end#end}#if($foreach.hasNext),#end

        #end
        }, "items": [#foreach($item in $input.path('$.items'))#if($item.count > 1){"id": "$item.id", "total": $item.count}#if($foreach.hasNext),#end#end#end]}
        """;

    private static readonly RenderInput Input = new()
    {
        Body = """{"message": "it's a \"message\" of some length, as they are", "items": [{"id": "a", "count": 1}, {"id": "b", "count": 2}, {"id": "c", "count": 3}]}""",
        Path = ValueMap.Of(("userId", "7")),
        QueryString = ValueMap.Of(("page", "2"), ("size", "50")),
        Header = ValueMap.Of(("Content-Type", "application/json"), ("Accept", "*/*"), ("User-Agent", "curl/8.5.0")),
        Context = JsonNode.Parse("""{"requestId": "11111111-2222-3333-4444-555555555555", "stage": "prod", "identity": {"sourceIp": "192.0.2.1"}}""")!.AsObject(),
        StageVariables = ValueMap.Of(("color", "blue")),
    };

    public static IEnumerable<Benchmark> All => [new(["vtl.renders-per-s", "vtl.vs-velocity.ratio"], MeasureAsync)];

    private static async IAsyncEnumerable<Figure> MeasureAsync()
    {
        await Task.Yield();
        var templates = Templates();
        var ours = Median(() => Rate(templates, Ours));
        yield return new("vtl.renders-per-s", ours, "renders/s");
        if (VelocityOracle.WhyAbsent is { } absent) throw new InvalidOperationException(absent);
        using var velocity = new VelocityOracle();
        yield return new("vtl.vs-velocity.ratio", ours / Median(() => Rate(templates, t => Theirs(velocity, t))), "times");
    }

    private static List<string> Templates()
    {
        var big = string.Concat(Enumerable.Range(0, 50).Select(i => $"  \"field{i}\": \"$context.requestId-$stageVariables.color-$input.params('userId')\",\n"));
        return [CompiledTemplates.RequestOf("sqs-send-message-rest"), CompiledTemplates.RequestOf("dynamodb-get-item-rest"), Loop, $"{{\n{big}  \"body\": $input.json('$')\n}}"];
    }

    /// <summary>Renders a second when each template is rendered as often as the others.</summary>
    private static double Rate(List<string> templates, Func<string, double> measure) => templates.Count / templates.Sum(t => 1 / measure(t));

    private static double Median(Func<double> measure) => Enumerable.Range(0, Rounds).Select(_ => measure()).Order().ElementAt(Rounds / 2);

    private static double Ours(string text)
    {
        var template = VelocityTemplate.Parse(text).Template ?? throw new InvalidOperationException(text);
        Render(template, Milliseconds);
        return Render(template, Milliseconds);
    }

    private static double Render(VelocityTemplate template, int milliseconds)
    {
        var start = Stopwatch.GetTimestamp();
        var end = start + (Stopwatch.Frequency * milliseconds / 1000);
        long count = 0;
        while (Stopwatch.GetTimestamp() < end)
        {
            if (template.Render(Input).Output is null) throw new InvalidOperationException("The template fails.");
            count++;
        }
        return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Theirs(VelocityOracle velocity, string template)
    {
        var request = VelocityOracle.Request(template, Input);
        request["milliseconds"] = Milliseconds;
        var answer = velocity.Ask(request);
        return (double?)answer["rendersPerSecond"] ?? throw new InvalidOperationException((string?)answer["error"]);
    }
}
