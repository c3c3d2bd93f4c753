using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DirectRoute.Core.Velocity.Parsing;
using DirectRoute.Core.Velocity.Tree;

namespace DirectRoute.Core.Velocity.Runtime;

/// <summary>One rendering: where it writes, what it knows and what it may still use.</summary>
internal sealed class RenderScope(IReadOnlyDictionary<string, Macro> macros, TemplateCaches caches) : IDisposable
{
    private ImmutableArray<VelocityWarning>.Builder? warnings;
    private Dictionary<string, Macro>? evaluated;
    private long steps = RenderLimits.Steps;
    private long text = RenderLimits.Text;
    private int macroDepth;
    private Position lastAt = new(1, 1);
    private string lastNear = "";
    private ForeachScope? broken;

    public OutputBuffer Output { get; } = new(RenderLimits.Output);

    public Variables Variables { get; set; } = new(null);

    public Flow Flow { get; set; }

    public VelocityError? Error { get; private set; }

    /// <summary>The error is one of the payload.</summary>
    public bool PayloadIsAtFault { get; set; }

    public TemplateCaches Caches { get; } = caches;

    public IReadOnlyDictionary<string, Macro> Macros => evaluated ?? macros;

    public ImmutableArray<VelocityWarning> Warnings => warnings?.ToImmutable() ?? [];

    /// <summary>Takes so many steps from what the rendering may use; false, with an error, when there are not so many left.</summary>
    public bool Spend(long count, Position at, string near)
    {
        (lastAt, lastNear) = (at, near);
        return Spend(count);
    }

    /// <summary>Takes steps for something inside of what was spent for last, such as a walk along a JSONPath.</summary>
    public bool Spend(long count)
    {
        if (Flow != Flow.Next) return false;
        if (Output.IsFull) return Fail($"The output is longer than {RenderLimits.Output} characters, which no payload of API Gateway may be.");
        if (steps >= count)
        {
            steps -= count;
            return true;
        }
        return Fail($"The template takes more than {RenderLimits.Steps} steps; it would not end in API Gateway's time.");
    }

    /// <summary>Takes so many characters from the texts that may be made.</summary>
    public bool SpendText(long length, Position at, string near)
    {
        text -= length;
        return text >= 0 || Fail(at, near, $"The template makes texts of more than {RenderLimits.Text} characters on the way.");
    }

    /// <summary>Leaves a loop, or whatever is nearest.</summary>
    public void Break(ForeachScope? loop)
    {
        Flow = Flow.Break;
        broken = loop;
    }

    /// <summary>Goes on after what the break was meant for.</summary>
    public void EndBreak(ForeachScope? loop)
    {
        if (Flow != Flow.Break || (broken is not null && broken != loop)) return;
        Flow = Flow.Next;
        broken = null;
    }

    /// <summary>Takes characters for something inside of what was spent for last.</summary>
    public bool SpendText(long length) => SpendText(length, lastAt, lastNear);

    /// <summary>Begins a block of <c>#define</c>.</summary>
    public bool EnterBlock() => EnterMacro(lastAt, lastNear);

    /// <summary>Begins a macro, an <c>#evaluate</c> or the evaluation of a macro's argument; ended by <see cref="LeaveMacro"/> in any case.</summary>
    public bool EnterMacro(Position at, string near) =>
        (++macroDepth <= RenderLimits.MacroDepth && RuntimeHelpers.TryEnsureSufficientExecutionStack())
        || Fail(at, near, $"More than {RenderLimits.MacroDepth} macros, #define blocks or #evaluate call each other: does one call itself?");

    public void LeaveMacro() => macroDepth--;

    public void AddMacro(string name, Macro macro)
    {
        evaluated ??= new Dictionary<string, Macro>(macros, StringComparer.Ordinal);
        evaluated.TryAdd(name, macro);
    }

    /// <summary>Ends the rendering. The first error is kept.</summary>
    public bool Fail(Position at, string near, string message)
    {
        Error ??= new VelocityError(at.Line, at.Column, near.Length > 80 ? near[..80] : near, message);
        Flow = Flow.Failed;
        return false;
    }

    /// <summary>Ends the rendering inside of what was spent for last.</summary>
    public bool Fail(string message) => Fail(lastAt, lastNear, message);

    public void Warn(Position at, string near, string message) =>
        (warnings ??= ImmutableArray.CreateBuilder<VelocityWarning>()).Add(new VelocityWarning(at.Line, at.Column, near, message));

    public void Dispose() => Output.Dispose();
}
