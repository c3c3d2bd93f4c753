using System.Text;
using DirectRoute.Core.Gateway.Rest;

namespace DirectRoute.Core.Gateway;

/// <summary>The variables of gateway responses: <c>$context.x</c>, <c>$stageVariables.x</c> and <c>$method.request.header.x</c>, replaced and nothing more.</summary>
internal sealed class SubstitutedVariables(GatewayRequest request, GatewayFault fault)
{
    private static readonly string[] Roots = ["context.", "stageVariables.", "method.request."];
    private readonly MappingInput input = new(request);

    /// <summary>The text with its variables replaced; one without a value leaves nothing behind, what is no variable stays.</summary>
    public string Fill(string template)
    {
        var text = new StringBuilder(template.Length + 32);
        for (var at = 0; at < template.Length;)
        {
            var name = template[at] == '$' ? NameAt(template.AsSpan(at + 1)) : "";
            if (name.Length == 0)
            {
                text.Append(template[at++]);
                continue;
            }
            text.Append(Read(name));
            at += 1 + name.Length;
        }
        return text.ToString();
    }

    private static string NameAt(ReadOnlySpan<char> text)
    {
        foreach (var root in Roots)
        {
            if (!text.StartsWith(root, StringComparison.Ordinal)) continue;
            var length = root.Length;
            while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '_' or '-' or '.')) length++;
            return text[..length].TrimEnd('.').ToString();
        }
        return "";
    }

    private string? Read(string name) => name switch
    {
        "context.error.message" => fault.Message,
        "context.error.messageString" => JsonTexts.Quote(fault.Message),
        "context.error.responseType" => fault.ResponseType,
        "context.error.validationErrorString" => fault.ValidationError,
        _ => ParameterSource.Parse(name)?.Read(input) is [.., var value] ? value : null,
    };
}
