using DirectRoute.Core.Collections;
using DirectRoute.Core.Velocity;

namespace DirectRoute.Core.Gateway.Templates;

/// <summary>A mapping template, parsed once. This is the one place where the data plane meets the VTL engine.</summary>
internal sealed class MappingTemplate
{
    private readonly TemplateParse parse;

    private MappingTemplate(TemplateParse parse, UsedTemplate source) => (this.parse, Source) = (parse, source);

    /// <summary>What it was read from.</summary>
    public UsedTemplate Source { get; }

    /// <summary>Reads a template; one that is wrong fails each request that needs it.</summary>
    public static MappingTemplate Of(string contentType, string text) => new(VelocityTemplate.Parse(text), new UsedTemplate(contentType, text));

    /// <summary>What the template makes of a message; null, with the fault, when it fails.</summary>
    /// <param name="body">The message's body as text.</param>
    /// <param name="earlier">What the request template said of the response already; nothing when this is the request template.</param>
    public Rendering? Render(GatewayRequest request, string body, Overrides earlier, out GatewayFault? fault)
    {
        var result = parse.Template?.Render(new RenderInput
        {
            Body = body,
            Path = request.PathParameters,
            QueryString = Last(request.Query),
            Header = Last(request.Headers),
            Context = ResponseOverrides.Into(request.Context, earlier),
            StageVariables = request.StageVariables,
        });
        fault = (result is null ? parse.Error : result.Error) is { } error ? FaultOf(error, result?.IsPayloadError == true) : null;
        return fault is null && result?.Output is { } output ? new Rendering(output, result.Overrides == Overrides.None ? earlier : result.Overrides) : null;
    }

    private static GatewayFault FaultOf(VelocityError error, bool isOfPayload)
    {
        var detail = $"The mapping template fails at line {error.Line}, column {error.Column}: {error.Message}";
        return isOfPayload ? GatewayFault.UnreadableBody(error.Message, detail) : GatewayFault.Misconfigured(detail);
    }

    private static ValueMap<string> Last(NamedValues values) =>
        values.Count == 0 ? default : values.Select<NameValue, KeyValuePair<string, string>>(v => KeyValuePair.Create(v.Name, v.Value)).ToValueMap();
}

/// <summary>What a template makes of a message.</summary>
internal sealed record Rendering(string Output, Overrides Overrides);
