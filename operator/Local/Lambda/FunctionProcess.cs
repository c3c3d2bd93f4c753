using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace DirectRoute.Local.Lambda;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">0 when it did not fail.</param>
/// <param name="Output">What it wrote to its standard output, without white space around it; no more than one byte above the limit is kept.</param>
/// <param name="LastLine">The last line of its standard error; empty when there is none.</param>
internal readonly record struct ProcessEnd(int ExitCode, ReadOnlyMemory<byte> Output, string LastLine);

/// <summary>A running program with its pipes. It does not outlive its owner.</summary>
internal sealed class FunctionProcess : IDisposable
{
    /// <summary>Characters of a line of the log; what a line has beyond is left out.</summary>
    private const int MaxLine = 16 * 1024;

    private static ReadOnlySpan<byte> WhiteSpace => " \t\r\n"u8;

    private readonly Process process;
    private readonly string function;
    private readonly IFunctionLog? log;

    private FunctionProcess(Process process, string function, IFunctionLog? log) => (this.process, this.function, this.log) = (process, function, log);

    /// <summary>The program, started; null when it cannot be, with the reason.</summary>
    public static FunctionProcess? Start(FunctionHost.Command command, Invocation invocation, IFunctionLog? log, out string? failure)
    {
        try
        {
            failure = null;
            return new FunctionProcess(Process.Start(Info(command, invocation))!, invocation.Function.QualifiedName, log);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            failure = e.Message.TrimEnd('.');
            return null;
        }
    }

    /// <summary>Hands the program its input and waits for its end.</summary>
    public async Task<ProcessEnd> RunAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        var errors = LogAsync(cancellationToken);
        var output = ReadAsync(cancellationToken);
        await WriteAsync(input, cancellationToken).ConfigureAwait(false);
        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return new ProcessEnd(process.ExitCode, await output.ConfigureAwait(false), await errors.ConfigureAwait(false));
    }

    private static ProcessStartInfo Info(FunctionHost.Command command, Invocation invocation)
    {
        var info = new ProcessStartInfo(command.File, command.Arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        // What programs that know Lambda look for.
        info.Environment["AWS_LAMBDA_FUNCTION_NAME"] = invocation.Function.Name;
        info.Environment["AWS_LAMBDA_FUNCTION_VERSION"] = invocation.Function.Qualifier ?? "$LATEST";
        info.Environment["AWS_REGION"] = invocation.Function.Region;
        info.Environment["_X_AMZN_TRACE_ID"] = invocation.Origin.TraceId;
        return info;
    }

    private async Task WriteAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellationToken).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A program need not read the event.
        }
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(CancellationToken cancellationToken)
    {
        var output = new MemoryStream();
        var buffer = new byte[8192];
        var stream = process.StandardOutput.BaseStream;
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            output.Write(buffer, 0, Math.Min(read, FunctionInvoker.MaxPayloadBytes + 1 - (int)output.Length));
        }
        return output.GetBuffer().AsMemory(0, (int)output.Length).Trim(WhiteSpace);
    }

    private async Task<string> LogAsync(CancellationToken cancellationToken)
    {
        var (last, line, buffer) = ("", new StringBuilder(), new char[4096]);
        for (int read; (read = await process.StandardError.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            for (var i = 0; i < read; i++)
            {
                if (buffer[i] == '\n') last = Logged(line, last);
                else if (line.Length < MaxLine) line.Append(buffer[i]);
            }
        }
        return line.Length == 0 ? last : Logged(line, last);
    }

    /// <summary>Logs a line that has come to its end, and begins the next.</summary>
    private string Logged(StringBuilder line, string last)
    {
        var text = line.ToString().TrimEnd('\r');
        line.Clear();
        log?.Wrote(function, text);
        return text.Length > 0 ? text : last;
    }

    public void Dispose()
    {
        try
        {
            // Also what it started itself.
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            // It ended meanwhile.
        }
        process.Dispose();
    }
}
