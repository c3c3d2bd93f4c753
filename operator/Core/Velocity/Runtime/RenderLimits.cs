namespace DirectRoute.Core.Velocity.Runtime;

/// <summary>What one rendering may use. AWS names the first two; the others only keep a template from taking the process with it.</summary>
internal static class RenderLimits
{
    /// <summary>Rounds of one <c>#foreach</c>.</summary>
    public const int Iterations = 1000;

    /// <summary>Bytes of a template in UTF-8.</summary>
    public const int TemplateBytes = 300 * 1024;

    /// <summary>Characters of the output: API Gateway's payload is 10 MB.</summary>
    public const int Output = 10 * 1024 * 1024;

    /// <summary>Statements, rounds, method calls and elements that are made.</summary>
    public const long Steps = 2_000_000;

    /// <summary>Characters of all texts that are made on the way.</summary>
    public const long Text = 64 * 1024 * 1024;

    /// <summary>Macros inside of each other; Velocity's own default.</summary>
    public const int MacroDepth = 20;

    /// <summary>Lists and maps inside of each other.</summary>
    public const int ValueDepth = 512;
}
