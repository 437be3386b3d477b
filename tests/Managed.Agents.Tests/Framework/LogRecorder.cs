using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Managed.Agents.Tests.Framework;

/// <summary>Records every log entry at every level with its values.</summary>
internal sealed class LogRecorder : ILoggerProvider, ILoggerFactory
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();

    public IReadOnlyList<LogEntry> Entries => [.. _entries];

    /// <summary>All texts and values that a log sink can get.</summary>
    public string AllText => string.Join('\n', _entries.Select(static entry => entry.ToString()));

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _entries);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<LogEntry> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            entries.Enqueue(new LogEntry(category, LogLevel.None, state.ToString() ?? "", Values(state), null));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            entries.Enqueue(new LogEntry(category, logLevel, formatter(state, exception), Values(state), exception));

        private static Dictionary<string, object?> Values<TState>(TState state) =>
            state is IEnumerable<KeyValuePair<string, object?>> values
                ? values.GroupBy(static value => value.Key).ToDictionary(static group => group.Key, static group => group.First().Value)
                : [];
    }
}

/// <summary>A log entry. Scopes are recorded with the level <see cref="LogLevel.None"/>.</summary>
internal sealed record LogEntry(string Category, LogLevel Level, string Message, IReadOnlyDictionary<string, object?> Values, Exception? Exception)
{
    public override string ToString() =>
        $"{Category} {Level} {Message} {string.Join(' ', Values.Select(static value => $"{value.Key}={value.Value}"))} {Exception}";
}
