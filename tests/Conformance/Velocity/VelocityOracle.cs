using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using DirectRoute.Core.Velocity;
using DirectRoute.Testing;

namespace DirectRoute.Conformance.Velocity;

/// <summary>Apache Velocity 1.7 with API Gateway's variables, in a process of its own.</summary>
public sealed class VelocityOracle : IDisposable
{
    private static readonly string Script = Repository.PathOf("tests", "environment", "velocity");
    private readonly Lock turn = new();
    private readonly Lazy<Process> process = new(Start);

    /// <summary>Why there is no Velocity here; null when there is.</summary>
    public static string? WhyAbsent { get; } = Exits("is-provided") ? null
        : "Apache Velocity has not been unpacked; `tests/environment/velocity provide` does it, or says why it cannot be had.";

    /// <summary>What Velocity makes of a template.</summary>
    public Rendering Render(string template, RenderInput input)
    {
        var answer = Ask(Request(template, input));
        return new Rendering((string?)answer["output"], (string?)answer["error"]);
    }

    /// <summary>Sends a request and waits for its answer.</summary>
    public JsonNode Ask(JsonObject request)
    {
        lock (turn)
        {
            process.Value.StandardInput.WriteLine(request.ToJsonString());
            var line = process.Value.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The driver of Velocity ended.");
            return JsonNode.Parse(line)!;
        }
    }

    /// <summary>The driver's form of a template and its input.</summary>
    public static JsonObject Request(string template, RenderInput input) => new()
    {
        ["template"] = template,
        ["body"] = input.Body,
        ["path"] = Map(input.Path),
        ["querystring"] = Map(input.QueryString),
        ["header"] = Map(input.Header),
        ["context"] = input.Context?.DeepClone(),
        ["stageVariables"] = Map(input.StageVariables),
    };

    public void Dispose()
    {
        if (!process.IsValueCreated) return;
        process.Value.StandardInput.Close();
        process.Value.WaitForExit();
        process.Value.Dispose();
    }

    private static JsonObject Map(IEnumerable<KeyValuePair<string, string>> values) => new(values.Select(v => KeyValuePair.Create<string, JsonNode?>(v.Key, v.Value)));

    private static bool Exits(string command)
    {
        using var process = Process.Start(new ProcessStartInfo(Script, [command]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private static Process Start() => Process.Start(new ProcessStartInfo(Script, ["run"])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        StandardInputEncoding = new UTF8Encoding(false),
        StandardOutputEncoding = Encoding.UTF8,
    })!;
}

/// <summary>An output or an error.</summary>
public sealed record Rendering(string? Output, string? Error)
{
    /// <summary>What our own engine makes of a template.</summary>
    public static Rendering OfOurs(string template, RenderInput input)
    {
        var parse = VelocityTemplate.Parse(template);
        if (parse.Template is null) return new Rendering(null, parse.Error!.ToString());
        var result = parse.Template.Render(input);
        return new Rendering(result.Output, result.Error?.ToString());
    }

    /// <summary>The same output, or an error in both.</summary>
    public bool Agrees(Rendering other) => Output == other.Output;
}
