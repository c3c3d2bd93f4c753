using System.Text;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Velocity.Gateway;
using DirectRoute.Core.Velocity.Linting;
using DirectRoute.Core.Velocity.Parsing;
using DirectRoute.Core.Velocity.Runtime;
using DirectRoute.Core.Velocity.Tree;

namespace DirectRoute.Core.Velocity;

/// <summary>
/// A mapping template of API Gateway: Apache Velocity 1.7 with AWS's variables. Read once, it renders any number of times, from any thread.
/// Neither reading nor rendering throws, and no template and no input takes more time or memory than <c>docs/velocity.md</c> says.
/// </summary>
public sealed class VelocityTemplate
{
    private readonly Block block;
    private readonly Dictionary<string, Macro> macros;
    private readonly bool usesContext;
    private readonly TemplateCaches caches = new();

    private VelocityTemplate(Block block, ParseContext context)
    {
        this.block = block;
        macros = context.Macros;
        References = context.References.Select(VelocityLint.Describe).ToValueList();
        usesContext = context.References.Exists(r => r.Root == "context") || context.Undocumented.Exists(d => d.Name == "evaluate");
    }

    /// <summary>Every reference in the template, in strings too, in the order of reading.</summary>
    public ValueList<VelocityReference> References { get; }

    /// <summary>Reads a template.</summary>
    public static TemplateParse Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Encoding.UTF8.GetByteCount(text) > RenderLimits.TemplateBytes)
        {
            return new() { Error = new(1, 1, "", $"The template has more than {RenderLimits.TemplateBytes / 1024} KB, which is API Gateway's limit.") };
        }
        var context = new ParseContext();
        var (block, error) = Parser.Parse(text, context);
        return block is null
            ? new() { Error = error }
            : new() { Template = new VelocityTemplate(block, context), Warnings = VelocityLint.Check(context) };
    }

    /// <summary>Renders the template.</summary>
    public RenderResult Render(RenderInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var scope = new RenderScope(macros, caches);
        scope.Variables.Put("input", new InputObject(input));
        scope.Variables.Put("util", UtilObject.Instance);
        scope.Variables.Put("stageVariables", InputObject.MapOf(input.StageVariables));
        var context = usesContext ? new ContextObject(input.Context) : null;
        if (context is not null) scope.Variables.Put("context", context.Values);
        block.Render(scope);
        scope.Flow = scope.Flow == Flow.Failed ? Flow.Failed : Flow.Next;
        scope.Spend(0);
        if (scope.Error is { } error) return new() { Error = error, IsPayloadError = scope.PayloadIsAtFault, Warnings = new(scope.Warnings) };
        return new() { Output = scope.Output.ToString(), Overrides = context?.Read(scope) ?? Overrides.None, Warnings = new(scope.Warnings) };
    }
}
